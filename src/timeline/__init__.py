"""Event-sourced news timelines: articles in; cited, dated events, timelines and who-said-what-when out."""
