/**
 * The field name of a change to a record as a whole: its value is all fields of a new record, or null for a deletion.
 * In a file of its own, so that what only knows the name does not load the schemas of the log.
 */
export const whole = '*';
