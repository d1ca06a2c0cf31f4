namespace touchstone {}
