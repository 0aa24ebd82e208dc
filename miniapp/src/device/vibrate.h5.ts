/** One short tick under the stamp, where the phone can and somebody has touched the page. */
export function vibrateOnce(): void {
  if ('vibrate' in navigator && navigator.userActivation?.hasBeenActive) navigator.vibrate(30);
}
