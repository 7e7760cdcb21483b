"""Who is who: entities across reports, the offices they hold, the states they act for."""
