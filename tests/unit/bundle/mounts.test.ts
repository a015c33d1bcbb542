import { describe, expect, it } from 'vitest';
import { isFat, parseMounts, removableMounts } from '../../../shared/bundle/mounts.js';

const text = [
  'sysfs /sys sysfs rw,nosuid 0 0',
  '/dev/sda2 / ext4 rw,relatime 0 0',
  '/dev/sdb1 /media/编辑/专报\\040盘 vfat rw,nosuid,errors=remount-ro 0 0',
  '/dev/sdc1 /run/media/bianji/KINGSTON exfat ro,nosuid 0 0',
  '/dev/sr0 /media/cdrom iso9660 ro 0 0',
  '/dev/sdd1 /media/编辑/盘/里面 ext4 rw 0 0',
  '/dev/sde1 /home/media/盘 ext4 rw 0 0',
  'nonsense',
  '',
].join('\n');

describe('mounts', () => {
  it('are read with blanks in their paths, and told whether they can be written', () => {
    expect(removableMounts(parseMounts(text))).toEqual([
      { path: '/media/编辑/专报 盘', type: 'vfat', isReadOnly: false },
      { path: '/run/media/bianji/KINGSTON', type: 'exfat', isReadOnly: true },
      { path: '/media/cdrom', type: 'iso9660', isReadOnly: true },
    ]);
  });

  it('of FAT hold no large files', () => {
    expect(['vfat', 'FAT32', 'exfat', 'ntfs3', 'ext4'].filter(isFat)).toEqual(['vfat', 'FAT32']);
  });
});
