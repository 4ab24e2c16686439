import { dayInWords } from '#platform/time/words.ts'

/** When an entry of the directory was last found true. */
export function checkedInWords({ checkedOn }: { readonly checkedOn: Temporal.PlainDate | undefined }): string {
  return checkedOn === undefined ? 'Nobody has checked it yet' : dayInWords(checkedOn)
}
