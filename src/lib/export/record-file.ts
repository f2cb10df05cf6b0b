/** A record is refused above this, before it is read: many times that of the largest worksession there has been. */
export const RECORD_FILE_BYTES_MAX = 8_000_000;

/** What the form of `/sessies/bestand` sends a record in. */
export const RECORD_FIELD = 'bestand';
