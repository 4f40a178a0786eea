"""
How people sign in: the settings of django-allauth, and what it takes over from Wagtail. civic/settings.py adds what differs by place.

Passwords, e-mail addresses and second factors are allauth's, for readers and for the desk alike.
"""

RULES = "django.contrib.auth.password_validation"

SIGNING_IN = {
    "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
    "AUTH_PASSWORD_VALIDATORS": [
        {"NAME": f"{RULES}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
        {"NAME": f"{RULES}.UserAttributeSimilarityValidator"},
        {"NAME": f"{RULES}.CommonPasswordValidator"},
        {"NAME": f"{RULES}.NumericPasswordValidator"},
    ],
    # Attempts to sign in are counted in the database: for every process and every machine that serves the library.
    "CACHES": {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "civic_cache",
            "OPTIONS": {"MAX_ENTRIES": 50_000},
        },
        # Pages that are the same for everybody are kept by each process, under names that never come back (cases/sharing.py).
        "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 1000}},
    },
    "LOGIN_URL": "account_login",
    "LOGIN_REDIRECT_URL": "account",
    "LOGOUT_REDIRECT_URL": "home",
    # Wagtail's own screens for these are closed; its sign-in leads to ours.
    "WAGTAILADMIN_LOGIN_URL": "account_login",
    "WAGTAIL_PASSWORD_MANAGEMENT_ENABLED": False,
    "WAGTAIL_PASSWORD_RESET_ENABLED": False,
    "WAGTAIL_EMAIL_MANAGEMENT_ENABLED": False,
    "WAGTAILUSERS_PASSWORD_ENABLED": False,
    # An account is a name, an e-mail address that was confirmed, and a password.
    "ACCOUNT_ADAPTER": "civic.account.adapter.AccountAdapter",
    "ACCOUNT_LOGIN_METHODS": {"email", "username"},
    "ACCOUNT_SIGNUP_FIELDS": ["email*", "password1*"],
    "ACCOUNT_SIGNUP_FORM_CLASS": "civic.account.naming.NameForm",
    "ACCOUNT_SIGNUP_FORM_HONEYPOT_FIELD": "website",
    "ACCOUNT_FORMS": {
        "login": "civic.account.forms.SignInForm",
        "signup": "civic.account.forms.SignUpForm",
        "add_email": "civic.account.forms.NewAddressForm",
        "reset_password": "civic.account.forms.ForgottenForm",
        "reset_password_from_key": "civic.account.forms.NewPasswordForm",
        "set_password": "civic.account.forms.FirstPasswordForm",
        "change_password": "civic.account.forms.ChangePasswordForm",
        "reauthenticate": "civic.account.forms.SameAgainForm",
        "confirm_reauthentication_code": "civic.account.forms.MailedCodeForm",
    },
    "ACCOUNT_EMAIL_VERIFICATION": "mandatory",
    "ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION": True,
    "ACCOUNT_CHANGE_EMAIL": True,
    "ACCOUNT_EMAIL_NOTIFICATIONS": True,
    "ACCOUNT_REAUTHENTICATION_REQUIRED": True,
    # A code comes by e-mail, and e-mail goes out once a minute.
    "ACCOUNT_LOGIN_BY_CODE_TIMEOUT": 15 * 60,
    # A whole council may sit behind one address of the network; a name is tried five times in five minutes.
    "ACCOUNT_RATE_LIMITS": {
        "login": "120/m/ip",
        "login_failed": "60/m/ip,5/5m/key",
        "signup": "60/m/ip",
        "reset_password": "60/m/ip,3/15m/key",
    },
    "MFA_ADAPTER": "civic.account.adapter.SecondFactorAdapter",
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_FORMS": {
        "authenticate": "civic.account.second_forms.CodeForm",
        "reauthenticate": "civic.account.second_forms.CodeAgainForm",
        "activate_totp": "civic.account.second_forms.AppForm",
        "add_webauthn": "civic.account.second_forms.PasskeyForm",
        "edit_webauthn": "civic.account.second_forms.PasskeyNameForm",
    },
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_TOTP_ISSUER": "Civic Casebook",
    "MFA_TOTP_TOLERANCE": 1,
    "SOCIALACCOUNT_ADAPTER": "civic.account.adapter.OrganisationAdapter",
    "SOCIALACCOUNT_EMAIL_AUTHENTICATION": True,
    "SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT": True,
    "SOCIALACCOUNT_FORMS": {"signup": "civic.account.forms.OrganisationSignUpForm"},
}


def organisation(*, server: str, name: str, client_id: str, secret: str) -> dict:
    """Signing in through an organisation's OpenID Connect provider, as allauth has it; with no provider where no server is named."""
    app = {
        "provider_id": "organisation",
        "name": name,
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": server, "oauth_pkce_enabled": True},
    }
    return {"provider_class": "civic.organisation.provider.OrganisationProvider", "APPS": [app] if server else []}
