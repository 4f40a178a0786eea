"""For participants: working through a course on one's own, and answering its questions in a group."""
