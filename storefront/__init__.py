"""Where the web meets us: who a browser is, the doors it may use, and the live line to it."""
