// Docker's question to a container, asked with Node because a slim image has no curl: is this service ready?
// Exit code 0 says yes; 1 says no, and why on stderr, which `docker inspect` shows. Docker ends it when it hangs.
const url = `http://127.0.0.1:${process.env.PORT ?? '3000'}/health/ready`;

try {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
} catch (error) {
  console.error(error.cause === undefined ? error.message : `${url}: ${error.cause.message}`);
  process.exitCode = 1;
}
