"""
Pictures of stories: how a file becomes one (`cleaning`), where it is kept (`storage`), how it is asked for (`forms`), how a page shows it
(`showing`).
"""
