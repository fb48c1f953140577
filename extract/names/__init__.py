"""Who a document speaks of: spots become figures, each one actor with one type."""
