"""How the standing machinery works: sessions, chairs, foundings, what stands under what."""
