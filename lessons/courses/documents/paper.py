"""A Word document in our clothes: real styles, headings, tables, links and page numbers, so that it can be edited further."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from lessons.courses.documents.words import Run, blocks_of

INK, QUIET, ACCENT = RGBColor(0x1F, 0x1C, 0x18), RGBColor(0x5B, 0x55, 0x4B), RGBColor(0x0B, 0x5A, 0x64)
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SIZES = {"Title": 22, "Heading 1": 15, "Heading 2": 12.5, "Heading 3": 11}
SMALL = {"Title": 17, "Heading 1": 11.5, "Heading 2": 10, "Heading 3": 9.5}


class Paper:
    """An A4 document that grows from its beginning to its end."""

    def __init__(self, *, title: str, author: str, language: str, small: bool = False):
        self.document = Document()
        self.typeface = "Times New Roman" if small else "Georgia"
        properties = self.document.core_properties
        properties.title, properties.author, properties.language = title, author, language
        properties.comments = ""
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(18 if small else 22)
        section.top_margin = section.bottom_margin = Mm(15 if small else 20)
        self.width = section.page_width - section.left_margin - section.right_margin
        self._style(9 if small else 10.5, language, small)
        self.styles = {style.name: style.style_id for style in self.document.styles}
        self._number_pages(section, title)

    def _style(self, size: float, language: str, small: bool) -> None:
        styles = self.document.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size, normal.font.color.rgb = self.typeface, Pt(size), INK
        normal.paragraph_format.space_after = Pt(size * (0.2 if small else 0.45))
        normal.paragraph_format.line_spacing = 1.05 if small else 1.15
        lang = normal.element.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): language})
        normal.element.rPr.append(lang)
        for name, points in (SMALL if small else SIZES).items():
            style = styles[name]
            style.font.name, style.font.size, style.font.color.rgb = self.typeface, Pt(points), INK
            style.font.bold, style.font.italic = True, False
            fonts = style.element.rPr.rFonts
            for key in [key for key in fonts.attrib if key.endswith("Theme")]:
                del fonts.attrib[key]
            style.paragraph_format.space_before = Pt(0 if name == "Title" else points * 0.8)
            style.paragraph_format.space_after = Pt(points * 0.25)
            style.paragraph_format.keep_with_next = True
        for border in styles["Title"].element.pPr.findall(qn("w:pBdr")):
            styles["Title"].element.pPr.remove(border)
        quiet = styles.add_style("Quiet", 1)
        quiet.base_style, quiet.font.name, quiet.font.color.rgb = normal, "Calibri", QUIET
        quiet.font.size = Pt(size - 0.5)
        link = styles.add_style("Hyperlink", 2)
        link.font.color.rgb, link.font.underline = ACCENT, True

    def _number_pages(self, section, title: str) -> None:
        line = section.footer.paragraphs[0]
        line.style = self.document.styles["Quiet"]
        line.paragraph_format.tab_stops.clear_all()
        line.paragraph_format.tab_stops.add_tab_stop(self.width, WD_TAB_ALIGNMENT.RIGHT)
        line.add_run(f"{title}\t")
        _field(line, "PAGE")
        line.add_run(" / ")
        _field(line, "NUMPAGES")

    def columns(self, count: int) -> None:
        """From here on the words stand in columns."""
        section = self.document.add_section(WD_SECTION.CONTINUOUS)
        columns = section._sectPr.find(qn("w:cols"))
        columns.set(qn("w:num"), str(count))
        columns.set(qn("w:space"), "360")

    def heading(self, text: str, level: int = 1, new_page: bool = False) -> None:
        """A heading; level 0 is the title of the document."""
        self.line(text, f"Heading {level}" if level else "Title").paragraph_format.page_break_before = new_page

    def line(self, text: str, style: str = "Normal"):
        """A paragraph of plain words. Its style is set by number: by name, python-docx looks through all styles for each."""
        paragraph = self.document.add_paragraph(text)
        if style != "Normal":
            paragraph._p.style = self.styles[style]
        return paragraph

    def quiet(self, text: str) -> None:
        """A line of small print."""
        if text:
            self.line(text, "Quiet")

    def runs(self, runs: Iterable[Run], style: str = "Normal"):
        """A paragraph of runs."""
        paragraph = self.line("", style)
        self._write(paragraph, runs)
        return paragraph

    def narrative(self, text: str) -> None:
        """A Markdown text."""
        for block in blocks_of(text):
            style = "Normal"
            if block.level:
                style = f"List {'Number' if block.numbered else 'Bullet'}{f' {min(block.level, 3)}' if block.level > 1 else ''}"
            elif block.quoted:
                style = "Quote"
            self.runs(block.runs, style)

    def points(self, texts: Iterable[str]) -> None:
        """A list of plain words."""
        for text in texts:
            self.line(text, "List Bullet")

    def link(self, words: str, address: str, style: str = "Quiet") -> None:
        """A line that leads to an address, which is written out."""
        self.runs([Run(words and f"{words} "), Run(address, link=address)], style)

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], shares: Sequence[float]) -> None:
        """A table; its head is repeated on every page, and no row is cut in two. `shares` are of the width."""
        table = self.document.add_table(rows=1, cols=len(heads), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        for cell, text in zip(table.rows[0].cells, heads, strict=True):
            cell.paragraphs[0].add_run(text).bold = True
        _mark(table.rows[0], "w:tblHeader")
        for texts in rows:
            row = table.add_row()
            for cell, text in zip(row.cells, texts, strict=True):
                cell.paragraphs[0].add_run(text)
        for column, share in zip(table.columns, shares, strict=True):
            column.width = int(self.width * share)
        for row in table.rows:
            _mark(row, "w:cantSplit")
            for cell, share in zip(row.cells, shares, strict=True):
                cell.width = int(self.width * share)
                cell.paragraphs[0].paragraph_format.space_after = Pt(2)
        self.line("").paragraph_format.space_after = Pt(2)

    def _write(self, paragraph, runs: Iterable[Run]) -> None:
        for run in runs:
            if not run.text:
                continue
            if run.link:
                self._link(paragraph, run)
            else:
                written = paragraph.add_run(run.text)
                written.bold, written.italic = run.bold or None, run.italic or None

    def _link(self, paragraph, run: Run) -> None:
        """A link that works, with the words of the run."""
        outside = paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), outside)
        written = paragraph.add_run(run.text)
        written._r.style = self.styles["Hyperlink"]
        link.append(written._r)
        paragraph._p.append(link)

    def bytes(self) -> bytes:
        """The file."""
        found = BytesIO()
        self.document.save(found)
        return found.getvalue()


def _field(paragraph, name: str) -> None:
    """A number that Word counts itself."""
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = name
        run._r.append(mark)


def _mark(row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
