/**
 * Whether what is withheld from somebody of a family may stand on something that is made for one reader: always what is withheld from nobody, and what is withheld
 * from another than the reader. What is made for nobody in particular carries nothing that is withheld from anybody (handbook of early help 1.8).
 * @param reader - everybody who is the reader, under every record of theirs; undefined where it is made for nobody of the family
 */
export const mayStandFor = (withheldFrom: string | null, reader: readonly string[] | undefined): boolean =>
  withheldFrom === null || (reader !== undefined && !reader.includes(withheldFrom))
