import { describeMediaPort } from './media-port.contract';
import { openNative } from './native-source';

describeMediaPort('native', (video) => Promise.resolve(openNative(video)));
