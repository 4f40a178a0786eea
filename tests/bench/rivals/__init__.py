"""What a user would pick instead, set up as its documentation says, asked the same questions of the same stories."""
