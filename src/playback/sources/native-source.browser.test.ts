import { describeMediaPort, elementBench } from './media-port.contract';
import { openNative } from './native-source';

describeMediaPort(
  'native',
  elementBench((video) => Promise.resolve(openNative(video))),
);
