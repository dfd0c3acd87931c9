"""What everything is made of: articles, spans, intervals, moments, periods."""
