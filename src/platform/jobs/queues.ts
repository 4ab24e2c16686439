/** The queues that the migrations make; a job in any other is refused. */
export const QUEUES = ['mail', 'pack', 'audit-seal', 'document-sweep', 'reminders', 'notice'] as const

/** Name of a queue. */
export type QueueName = (typeof QUEUES)[number]
