/** Two short rising notes: the one moment the till makes a sound. Silent where the browser allows none. */
export function playApprovalChime(): void {
  if (typeof AudioContext === "undefined") return;
  const context = new AudioContext();
  // Browsers hold sound back until the page was touched once; then there is simply none.
  if (context.state !== "running") {
    void context.close();
    return;
  }
  playNote(context, 659.25, 0);
  const last = playNote(context, 880, 0.12);
  last.onended = () => void context.close();
}

function playNote(context: AudioContext, frequency: number, after: number): OscillatorNode {
  const startAt = context.currentTime + after;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0.0001, startAt);
  gain.gain.exponentialRampToValueAtTime(0.15, startAt + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, startAt + 0.22);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(startAt);
  oscillator.stop(startAt + 0.24);
  return oscillator;
}
