"""What is kept on the disk from one start to the next: an SQLite database. No Qt."""
