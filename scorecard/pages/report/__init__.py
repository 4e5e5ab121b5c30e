"""The report page: one offline file with the whole season, its charts and details."""
