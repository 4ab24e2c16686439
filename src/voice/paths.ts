/** Addresses of what people said. What people said to a consultation stands under the consultation's own address, which meetings keeps. */
export const voicePaths = {
  ofBoard: (slug: string): string => `/boards/${slug}/voices`,
  /** When a board last heard somebody, and of how many decisions (S4). */
  heard: (slug: string, year?: number): string => `/boards/${slug}/voices/heard${year === undefined ? '' : `?year=${year}`}`,
  /** Words that wait to be checked. */
  toReview: (slug: string): string => `/boards/${slug}/voices/to-review`,
  newEvent: (slug: string): string => `/boards/${slug}/voices/events/new`,
  /** The form that links a voice with a matter of the board or with what stands in a plan, from the page of that. */
  linkWith: (slug: string, kind: 'item' | 'decision' | 'priority' | 'outcome', id: string): string =>
    `/boards/${slug}/voices/link/${kind}/${id}`,
  event: (id: string): string => `/voice-events/${id}`,
  eventStep: (id: string, step: 'edit' | 'show' | SourceStep): string => `/voice-events/${id}/${step}`,
  said: (slug: string, consultation: string): string => `/boards/${slug}/consultations/${consultation}/said`,
  saidStep: (slug: string, consultation: string, step: 'about' | 'responses' | 'publish' | SourceStep): string =>
    `/boards/${slug}/consultations/${consultation}/said/${step}`,
  dropResponse: (slug: string, consultation: string, response: string): string =>
    `/boards/${slug}/consultations/${consultation}/said/responses/${response}/drop`,
  view: (id: string, step: 'edit' | 'clear' | 'withhold'): string => `/voice-views/${id}/${step}`,
  answer: (id: string, step: 'edit'): string => `/voice-answers/${id}/${step}`,
  endAttachment: (id: string): string => `/voice-attachments/${id}/end`,
}

/** Addresses of complaints, appeals, compliments and ratings. */
export const feedbackPaths = {
  /** What was learned from them, for everybody. */
  ofBoard: (slug: string): string => `/boards/${slug}/voices/feedback`,
  /** The form that anybody can send. */
  send: (slug: string): string => `/boards/${slug}/voices/feedback/send`,
  sent: (slug: string, reference: string): string => `/boards/${slug}/voices/feedback/sent?reference=${reference}`,
  /** For the board. */
  register: (slug: string): string => `/boards/${slug}/voices/feedback/register`,
  takeDown: (slug: string): string => `/boards/${slug}/voices/feedback/new`,
  learning: (slug: string): string => `/boards/${slug}/voices/feedback/learning`,
  numbers: (slug: string): string => `/boards/${slug}/voices/feedback/numbers`,
  one: (id: string): string => `/voice-feedback/${id}`,
  step: (id: string, step: 'take' | 'acknowledge' | 'extend' | 'answer'): string => `/voice-feedback/${id}/${step}`,
}

/** What can be added to whatever people said something at. */
export type SourceStep = 'views' | 'answers' | 'attach'
