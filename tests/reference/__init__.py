"""The verdicts once more, in the most obvious way: every minute, every way, every play.

Written from ``docs/meaning.md`` alone, to be compared with the fast version line by line. It may
recurse and it may be slow; it must be plain. Numbers in the comments are sections of that page.

Where that page leaves room, both versions take it so:

- A fix that never comes (infinite) is never in time, even where there is no limit.
- A clock node that is never open: any minute of the week counts.
- A cut-off of which nothing is known is an unknown time after clock 0.
- What is past is read the other way round: a long way back makes a cut-off early, a short one late.
- The nearest who may decide and is reached decides; where it is unknown whether they may, the generous
  reading takes the better of them and the next.
- Hours of everybody in the chain count, of machines too; the one who may hold is the first one in it
  who is certainly human, from the moment they hear of it.
- An interrupt can be started only before its stretch ends. Through an interrupt the flow says who
  hears of the case, so (c) is not asked.
- A correcting step names no act; only ``may nothing`` forbids it.
- Several correcting steps may be forced together. Whether a step begins after the noticing is asked of
  its interval over all ways, for each time that one passes it; inside a limited loop only the first
  time can be forced.
- A customer's own ``wait for`` of unknown length ends as early as they like.
- A branch with a share of 0 % does not exist in the game; moments and good ends look at all moves.
"""
