/** What the stand-in says of its cluster: that it is alone and leads, until it is told of others. */
import { randomUUID } from 'node:crypto';
import gossip from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import type {
  ClusterInfo,
  MemberInfo,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import { textId } from './stand-in-messages.ts';
import type { ClusterMember } from './stand-in.ts';

export const clusterInfoOf = (members: readonly ClusterMember[]): ClusterInfo => {
  const info = new gossip.ClusterInfo();
  for (const member of members) info.addMembers(memberInfoOf(member));
  return info;
};

const memberInfoOf = ({ port, state, alive = true }: ClusterMember): MemberInfo => {
  const endPoint = new gossip.EndPoint();
  endPoint.setAddress('127.0.0.1');
  endPoint.setPort(port);
  const { LEADER, FOLLOWER } = gossip.MemberInfo.VNodeState;
  const member = new gossip.MemberInfo();
  member.setInstanceId(textId(randomUUID()));
  member.setState(state === 'leader' ? LEADER : FOLLOWER);
  member.setIsAlive(alive);
  member.setHttpEndPoint(endPoint);
  return member;
};
