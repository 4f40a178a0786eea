"""Teaching: a session, or one story, on quiet full-screen pages, revealed in stages."""
