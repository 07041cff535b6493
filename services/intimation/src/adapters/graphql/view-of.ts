/** A value with the word people read. */
export function viewOf<Value extends string>(labels: Readonly<Record<Value, string>>, value: Value): { value: Value; label: string } {
  return { value, label: labels[value] };
}
