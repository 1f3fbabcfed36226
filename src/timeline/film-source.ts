/** Where a film can come from: files of the site, or a service elsewhere that is asked only after a press. */
import type { Film } from '../edition/schema';

type Source = Film['film']['sources'][number];
export type FilmFile = Extract<Source, { readonly file: string }>;
export type ServiceName = Extract<Source, { readonly service: string }>['service'];

/** A film at a service elsewhere. */
export interface ServiceFilm {
  readonly service: ServiceName;
  readonly id: string;
  /** True where the deployer of the site has switched films of others off: it may be linked to, and is never loaded. */
  readonly off: boolean;
}

interface Service {
  readonly name: string;
  /** Of its player, the only address of it that a page may ask for. */
  readonly origin: string;
  /** Its page of a film, for whoever goes there. */
  readonly watch: (id: string) => string;
}

export const SERVICES: Readonly<Record<ServiceName, Service>> = {
  youtube: {
    name: 'YouTube',
    // Its own address for pages that want no cookie before the film plays.
    origin: 'https://www.youtube-nocookie.com',
    watch: (id) => `https://www.youtube.com/watch?v=${id}`,
  },
  vimeo: { name: 'Vimeo', origin: 'https://player.vimeo.com', watch: (id) => `https://vimeo.com/${id}` },
};

/** A playlist of a film in parts and in several sizes (HLS, RFC 8216). */
const HLS_TYPE = 'application/vnd.apple.mpegurl';
export const isHls = ({ type }: { readonly type: string }): boolean => type === HLS_TYPE;
