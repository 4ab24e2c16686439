/** Sentences for what can go wrong with bank holidays. */
export const bankHolidayProblems: Readonly<Record<string, (details: Readonly<Record<string, string | number>>) => string>> = {
  'holiday-known': () => 'This day is in the list already',
  'announced-after': () => 'It was announced today or before. Choose such a day',
  'year-not-ahead': ({ year }) => `All are announced up to the end of ${year} already. Enter a later year`,
  'year-too-far': ({ year }) => `Nobody has announced so far ahead. Enter ${year} or an earlier year`,
}
