import { unknownConference } from './unknown-conference.ts';

it.each([
  ['Berlin 2025', ['2025-berlin']],
  ['2021 SEOUL', ['2021-seoul']],
  ['Seoul Ministerial', ['2021-seoul']],
  ['2023-Accra', ['2023-accra']],
  ['Atlantis', []],
  ['Berlin 2021', []],
  ['', []],
  ['--', []],
])('%j may have meant %j', (written, nearest) => {
  const { code, details, message } = unknownConference('conference', written);
  expect({ code, details }).toEqual({
    code: 'UNKNOWN_CONFERENCE',
    details: { field: 'conference', nearest },
  });
  expect(message).toContain(nearest.length === 0 ? 'GET /conferences' : `Nearest: ${nearest.join()}.`);
});
