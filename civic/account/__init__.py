"""Accounts: signing in and up, the second factor, one's own page. The work is django-allauth's; words, rules and pages are ours."""
