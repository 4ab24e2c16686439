import { bankHolidaysPath } from './paths.ts'

/** Enters a bank holiday that was announced. */
export const newBankHolidayPath = `${bankHolidaysPath}/new`
/** Says until which year all bank holidays are announced. */
export const announcedYearPath = `${bankHolidaysPath}/announced`
/** Takes a bank holiday back that was entered. */
export const withdrawBankHolidayPath = (division: string, day: string): string => `${bankHolidaysPath}/${division}/${day}/withdraw`
/** Enters the days on which a house is closed. */
export const newClosureDaysPath = `${bankHolidaysPath}/closures/new`
/** Takes a closure day back. */
export const withdrawClosureDayPath = (closure: string): string => `${bankHolidaysPath}/closures/${closure}/withdraw`
