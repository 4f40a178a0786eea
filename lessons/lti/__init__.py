"""The LTI 1.3 tool: courses, stories and lessons inside the learning platforms that trainers already have."""
