"""
An organisation's OpenID Connect provider: django-oauth-toolkit in a process of its own, for signing in through one.

It reads what it says of its people from a file, each time anew, so that a test can change it; and the lies that it is to tell.
`python -m tests.provider FOLDER PORT CALLBACK` serves it.
"""
