"""Fetch pages: addresses, feeds, sitemaps and web archives, politely, safely, with the raw reply kept as evidence.

    addresses   which address is meant, and which is asked at all
    guard       the connection: public machines only, whatever a name or a redirect says
    streams     every byte within the time of its fetch
    fetcher     one address to one reply, or to a coded error
    robots      what a site asks of programs
    manners     how often a host is asked
    feeds, sitemaps, discovery   what a list names, and where a site keeps its lists
    archives    pages out of WARC files; evidence into them
    follow, watch   what is followed, and the loop that follows it

The network is reached through `guard` alone.
"""
