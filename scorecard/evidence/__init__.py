"""Step 2, read evidence: from files as they were sent to typed values with places."""
