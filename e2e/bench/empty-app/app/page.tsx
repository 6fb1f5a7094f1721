/** A page with one word. */
export default function Page() {
  return <p>Ready</p>;
}
