"""Read archives of the web, months or years of them, on many cores or many machines.

The work is cut into steps, each a pure function from files to files, so that any engine can run it and a lost machine
costs only what it had at hand:

    plan      patterns → shards, each some minutes of work
    extract   a shard → its pages with their claims (Parquet)                       one task a shard
    choose    which pages stand: newest versions, no repeats of one outlet          one task
    lay       a shard → the strands of its documents, the keys they are found by    one task a shard
    meet      the keys of all shards → pairs of strands to compare                  one task a bucket of keys
    weigh     the pairs of a shard's strands → links                                one task a shard
    join      links → which strands hold together                                   one task
    form      strands that hold together → events (Parquet)                         one task a shard

What two strands are to each other is decided by `riwaya.stages.cluster` alone; the steps only bring together what it has
to see. So the events are those that a ledger of the same pages holds.
"""
