/** One short tick under the stamp, where the phone can. */
export function vibrateOnce(): void {
  if ('vibrate' in navigator) navigator.vibrate(30);
}
