"""The verdicts once more, in the most obvious way: every minute, every way, every play.

Written from ``docs/meaning.md`` alone, to be compared with the fast version line by line. It may
recurse and it may be slow; it must be plain. Numbers in the comments are sections of that page.
"""
