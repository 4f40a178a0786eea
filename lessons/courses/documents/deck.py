"""A PowerPoint file in our clothes: wide slides on the real layouts of the format, with placeholders, notes and alternative texts."""

from io import BytesIO

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu, Inches, Pt

from lessons.courses.documents.measuring import height_of, lines_of
from lessons.courses.documents.words import Block, Run

TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
TITLE, CONTENT, SECTION, TITLE_ONLY = 0, 1, 2, 5
"""The layouts of the template: their numbers."""

WIDE, HIGH = Inches(13.333), Inches(7.5)
SIZES = (28, 26, 24, 22, 20)
"""Points of the text of a slide: the largest that fits."""
PLACES = {
    TITLE: {0: (0.9, 2.0, 11.5, 1.9), 1: (0.9, 4.1, 11.5, 1.6)},
    CONTENT: {0: (0.9, 0.6, 11.5, 1.25), 1: (0.9, 1.95, 11.5, 4.75)},
    SECTION: {0: (0.9, 2.1, 11.5, 1.7), 1: (0.9, 4.0, 11.5, 2.2)},
    TITLE_ONLY: {0: (0.9, 0.6, 11.5, 1.25)},
}
"""Where the placeholders of each layout stand, in inches: left, top, width, height."""
ROOM, MOST = (11.5 - 0.2) * 72, (4.75 - 0.1) * 72
"""Width and height of a text in points, inside its placeholder."""

COLOURS = {
    "dk1": "1F1C18",
    "lt1": "FFFFFF",
    "dk2": "5B554B",
    "lt2": "FBF9F4",
    "accent1": "0B5A64",
    "accent2": "8B8271",
    "accent3": "27653A",
    "accent4": "A1262B",
    "hlink": "0B5A64",
}
FONTS = {"majorFont": "Georgia", "minorFont": "Arial"}
NAMES = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


class Deck:
    """A presentation that grows slide by slide."""

    def __init__(self, *, title: str, author: str, language: str):
        self.presentation = Presentation()
        self.presentation.slide_width, self.presentation.slide_height = WIDE, HIGH
        properties = self.presentation.core_properties
        properties.title, properties.author, properties.language = title, author, language
        self.language = language
        self._dress()

    def _dress(self) -> None:
        """Wide placeholders, our colours and typefaces."""
        master = self.presentation.slide_master
        for number, places in PLACES.items():
            for shape in self.presentation.slide_layouts[number].placeholders:
                if shape.placeholder_format.idx in places:
                    _place(shape, places[shape.placeholder_format.idx])
            _plain_words(self.presentation.slide_layouts[number])
        master.background.fill.solid()
        master.background.fill.fore_color.rgb = RGBColor.from_string(COLOURS["lt2"])
        for shape in master.placeholders:
            shape.left, shape.width = int(shape.left * 4 / 3), int(shape.width * 4 / 3)
        theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        tree = etree.fromstring(theme.blob)
        for name, colour in COLOURS.items():
            for element in tree.iterfind(f".//a:clrScheme/a:{name}", NAMES):
                element[:] = [etree.SubElement(element, f"{{{NAMES['a']}}}srgbClr", val=colour)]
        for name, typeface in FONTS.items():
            for element in tree.iterfind(f".//a:fontScheme/a:{name}/a:latin", NAMES):
                element.set("typeface", typeface)
        theme._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)

    def slide(self, layout: int, title: str, notes: str = ""):
        """A new slide with its title, as large as it can be, and its notes."""
        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[layout])
        size = _title_size(title, layout)
        frame = slide.shapes.title.text_frame
        frame.word_wrap = True
        self._write(frame.paragraphs[0], [Run(title)], size)
        if layout in (CONTENT, TITLE_ONLY):
            frame.vertical_anchor = 4  # at the bottom, next to the text
        for paragraph in frame.paragraphs:
            paragraph.alignment = 1  # left
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
        return slide

    def text(self, slide, blocks: list[Block], size: int, bullets: bool = False) -> None:
        """The text of a slide, in its placeholder."""
        frame = slide.placeholders[1].text_frame
        frame.word_wrap = True
        for place, block in enumerate(blocks):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.alignment = 1
            paragraph.space_after = Pt(size * 0.5)
            if not (block.level or bullets):
                _no_bullet(paragraph)
            self._write(paragraph, block.runs, size)

    def _write(self, paragraph, runs: list[Run], size: int) -> None:
        for run in runs:
            written = paragraph.add_run()
            written.text, written.font.size = run.text, Pt(size)
            written.font.bold, written.font.italic = run.bold or None, run.italic or None
            written._r.get_or_add_rPr().set("lang", self.language)
            if run.link.startswith(("http://", "https://", "mailto:")):
                written.hyperlink.address = run.link

    def chart(self, slide, figures: dict[str, tuple[float, str]], name: str, description: str) -> None:
        """A bar for each figure, with the figure as its source words it; `description` is for who cannot see it."""
        data = CategoryChartData()
        data.categories = list(figures)
        data.add_series(name, [number for number, _said in figures.values()])
        frame = slide.shapes.add_chart(
            XL_CHART_TYPE.BAR_CLUSTERED, Inches(0.9), Inches(2.0), Inches(11.5), Inches(0.9 + 0.8 * len(figures)), data
        )
        frame.name = name
        frame._element.nvGraphicFramePr.cNvPr.set("descr", description)
        chart = frame.chart
        chart.has_legend = chart.has_title = False
        chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
        chart.value_axis.minimum_scale = min(0, *(number for number, _said in figures.values()))
        chart.category_axis.reverse_order = True
        chart.category_axis.tick_labels.font.size = Pt(18)
        chart.category_axis.format.line.fill.background()
        plot = chart.plots[0]
        plot.gap_width, plot.has_data_labels = 60, True
        plot.data_labels.font.size, plot.data_labels.position = Pt(18), XL_LABEL_POSITION.OUTSIDE_END
        for point, (_number, said) in zip(plot.series[0].points, figures.values(), strict=False):
            label = point.data_label
            label.text_frame.text, label.position = said, XL_LABEL_POSITION.OUTSIDE_END
            label.text_frame.paragraphs[0].runs[0].font.size = Pt(18)
        plot.series[0].format.fill.solid()
        plot.series[0].format.fill.fore_color.rgb = RGBColor.from_string(COLOURS["accent1"])

    def caption(self, slide, text: str, top: float) -> None:
        """A line under a chart."""
        box = slide.shapes.add_textbox(Inches(0.9), Inches(top), Inches(11.5), Inches(6.9 - top))
        box.text_frame.word_wrap = True
        self._write(box.text_frame.paragraphs[0], [Run(text)], 18)

    def bytes(self) -> bytes:
        """The file."""
        found = BytesIO()
        self.presentation.save(found)
        return found.getvalue()


def size_for(blocks: list[Block]) -> int | None:
    """The largest size at which the blocks fit on a slide, or None where even the smallest is too large."""
    return next((size for size in SIZES if height_of(blocks, size, ROOM) <= MOST), None)


def _title_size(title: str, layout: int) -> int:
    """A title stands in at most two lines; a long one is set smaller."""
    lines = 3 if layout in (TITLE, SECTION) else 2
    sizes = (40, 34, 28, 24) if layout in (TITLE, SECTION) else (34, 30, 26, 22, 20)
    return next((size for size in sizes if lines_of(title, size, ROOM) <= lines), sizes[-1])


def _place(shape, inches: tuple[float, float, float, float]) -> None:
    shape.left, shape.top, shape.width, shape.height = (Emu(Inches(part)) for part in inches)


def _plain_words(layout) -> None:
    """The template sets some texts in capitals, bold or grey; ours are as they are written."""
    for properties in layout._element.iterfind(".//a:lvl1pPr/a:defRPr", NAMES):
        properties.attrib.pop("cap", None)
        properties.attrib.pop("b", None)
        for fill in properties.findall("a:solidFill", NAMES):
            properties.remove(fill)


def _no_bullet(paragraph) -> None:
    """A paragraph without the sign of a list."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", "0")
    properties.set("indent", "0")
    etree.SubElement(properties, f"{{{NAMES['a']}}}buNone")
