"""What a browser may load, do and keep on our pages. civic/settings.py adds what differs by place."""

from csp.constants import NONE, SELF

POLICY = {
    "SECURE_CONTENT_TYPE_NOSNIFF": True,
    "SECURE_REFERRER_POLICY": "strict-origin-when-cross-origin",
    "X_FRAME_OPTIONS": "SAMEORIGIN",
    "CSRF_FAILURE_VIEW": "civic.views.form_too_old",
    "SESSION_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_SAMESITE": "Lax",
    # The public pages run our own files and nothing else; the desk is Wagtail's and sets its own scripts inline.
    "CONTENT_SECURITY_POLICY": {
        "EXCLUDE_URL_PREFIXES": ["/desk/"],
        "DIRECTIVES": {
            "default-src": [NONE],
            "script-src": [SELF],
            "style-src": [SELF],
            "img-src": [SELF, "data:"],
            "font-src": [SELF],
            "connect-src": [SELF],
            "manifest-src": [SELF],
            "form-action": [SELF],
            "base-uri": [NONE],
            "frame-ancestors": [SELF],
        },
    },
}
