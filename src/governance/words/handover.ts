import type { HandedOver } from '../rules/handover.ts'

/** What a board can hand on, as the form offers it. */
export const handedOverLabels: Readonly<Record<HandedOver, string>> = {
  actions: 'Open actions',
  plan: 'Items of the forward plan',
  requests: 'Open requests between boards',
}

/** Sentences for what the rules of handing on refuse. */
export const handoverProblems: Readonly<Record<string, () => string>> = {
  'handover-known': () => 'This was recorded already',
  'handover-nothing': () => 'Choose what is handed on',
  'receiver-not-there': () => 'That board does not exist on that day, or is outside the arrangement',
  'giver-not-there': () => 'This board did not exist yet on that day',
}
