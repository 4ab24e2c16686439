/** '2.35pm', as the pages of the server write it; by the clock of the device. */
export function timeInWords(at) {
  const [hour, minute] = [at.getHours(), at.getMinutes()]
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'midday'
  return `${hour % 12 || 12}${minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`
}
