import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { Strip } from '@/ui/strip';
import { decode } from './decode';
import './viewfinder.h5.css';
import type { ViewfinderProps } from './viewfinder-props';

const LOOK_EVERY_MS = 250;

const NO_CAMERA = '相机没打开。可以拍一张码的照片，或者把码上的字输进来';

/** Turns the camera on while it is shown; answers whether there is one. */
function useCamera(onText: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onText);
  told.current = onText;
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let ended = false;
    let clock: ReturnType<typeof setTimeout> | undefined;
    let stream: MediaStream | undefined;
    const stop = () => {
      ended = true;
      clearTimeout(clock);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const look = async () => {
      const text = video.current && (await decode(video.current));
      if (ended) return;
      if (text) told.current(text);
      clock = setTimeout(() => void look().catch(() => setFailed(true)), LOOK_EVERY_MS);
    };
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment' },
        audio: false,
      });
      if (ended || !video.current) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      await look();
    };
    start().catch(() => {
      if (!ended) setFailed(true);
    });
    return stop;
  }, []);
  return { video, failed };
}

/** The camera's picture, and a photo as the second way. */
export function Viewfinder({ onText }: ViewfinderProps) {
  const { video, failed } = useCamera(onText);
  const [unread, setUnread] = useState(false);
  const readPhoto = async (change: ChangeEvent<HTMLInputElement>) => {
    const photo = change.currentTarget.files?.[0];
    change.currentTarget.value = '';
    if (!photo) return;
    const text = await createImageBitmap(photo)
      .then((picture) => decode(picture))
      .catch(() => undefined);
    setUnread(!text);
    if (text) onText(text);
  };
  return (
    <>
      {failed ? (
        <Strip tone="ochre" icon="camera">
          {NO_CAMERA}
        </Strip>
      ) : (
        <div className="viewfinder">
          <video
            ref={video}
            className="viewfinder__picture"
            muted
            playsInline
            aria-label="相机画面"
          />
          <div className="viewfinder__frame" aria-hidden />
        </div>
      )}
      {unread && <Strip tone="red">这张照片里没找到码，请拍近一点、拍正一点</Strip>}
      <label className="btn btn--line btn--block viewfinder__photo">
        拍一张码的照片
        <input
          className="viewfinder__file"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(change) => void readPhoto(change)}
        />
      </label>
    </>
  );
}
