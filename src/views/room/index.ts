export { default as RoomStage } from './RoomStage.svelte';
