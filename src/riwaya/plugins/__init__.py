"""Plugins: `hookspecs` is the whole surface, `manager` finds and calls them, `proposals` checks what readers say."""
