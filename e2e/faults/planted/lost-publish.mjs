// @ts-check

// A bug for the driver to find: now and then a change is not sent on a live stream.

const oneIn = 25;
let count = 0;
const text = new TextDecoder();
const honest = ReadableStreamDefaultController.prototype.enqueue;

ReadableStreamDefaultController.prototype.enqueue = function enqueue(chunk) {
  if (chunk instanceof Uint8Array && /^id: \d+\nevent: change\n/.test(text.decode(chunk.subarray(0, 60)))) {
    count += 1;
    if (count % oneIn === 0) return;
  }
  honest.call(this, chunk);
};
