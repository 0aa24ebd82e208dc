/** Hands the number to the phone's own dialler. */
export function callPhone(number: string): void {
  window.location.href = `tel:${number}`;
}
