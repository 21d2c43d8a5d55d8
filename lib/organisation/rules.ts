/** The form in which two spellings of one unit's name are equal. */
export const sameUnit = (name: string) => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
