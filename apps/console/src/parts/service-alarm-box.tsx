/** In red, that the server has found its history changed, what that means, and what to do. Nothing while it has not. */
import { useServiceAlarm } from '../checks/service-alarm.ts';
import { sayOfProof } from '../words/proof-words.ts';

export const ServiceAlarmBox = () => {
  const reasons = useServiceAlarm();
  const words = sayOfProof().service;
  if (reasons.length === 0) return null;
  return (
    <div className="problem proof-alarm" role="alert">
      <p className="problem-title">{words.alarm}</p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>{words.means}</p>
      <p>{words.whatToDo}</p>
    </div>
  );
};
