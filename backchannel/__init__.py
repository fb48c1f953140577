"""Knowledge graphs of diplomatic and business actors, every edge with its quoted sentence."""
