/** Sentences for what can go wrong with bank holidays. */
export const bankHolidayProblems: Readonly<Record<string, (details: Readonly<Record<string, string | number>>) => string>> = {
  'holiday-known': () => 'This day is in the list already',
  'closure-known': () => 'One of these days is entered for this house already',
  'closure-weekend': () => 'These days are a weekend, and no working days anyway',
  'closure-too-long': ({ days }) => `Enter ${days} days or fewer at once`,
  'announced-after': () => 'It was announced today or before. Choose such a day',
  'year-not-ahead': ({ year }) => `All are announced up to the end of ${year} already. Enter a later year`,
  'year-too-far': ({ year }) => `Nobody has announced so far ahead. Enter ${year} or an earlier year`,
}
