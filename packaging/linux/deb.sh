#!/bin/sh
# Build the .deb from the packed application: desktop entry, icon, MIME type; needs only dpkg-deb.
set -eu
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' shopdesk/__init__.py)
architecture=$(dpkg --print-architecture)
tree=build/deb
rm -rf "$tree"
mkdir -p "$tree/opt" "$tree/usr/bin" "$tree/usr/share/applications" "$tree/usr/share/mime/packages" \
  "$tree/usr/share/icons/hicolor/scalable/apps" "$tree/DEBIAN"
cp -a build/dist/shopdesk "$tree/opt/shopdesk"
ln -s /opt/shopdesk/shopdesk "$tree/usr/bin/shopdesk"
cp packaging/linux/shopdesk.desktop "$tree/usr/share/applications/"
cp packaging/linux/shopdesk-mime.xml "$tree/usr/share/mime/packages/shopdesk.xml"
cp resources/icons/app.svg "$tree/usr/share/icons/hicolor/scalable/apps/shopdesk.svg"
needed=$(grep -v '^fonts-' packaging/linux/packages.txt |
  sed 's/^libglib2.0-0$/libglib2.0-0t64 | libglib2.0-0/' | paste -sd, - | sed 's/,/, /g')
cat > "$tree/DEBIAN/control" <<CONTROL
Package: shopdesk
Version: $version
Architecture: $architecture
Maintainer: ShopDesk maintainers <maintainers@shopdesk.invalid>
Installed-Size: $(du -sk "$tree/opt" | cut -f1)
Depends: $needed
Recommends: fonts-noto-cjk
Section: office
Priority: optional
Description: Adviser of a small e-commerce shop (店铺参谋台)
 Reads the spreadsheets that the selling platforms export and answers which words
 to buy, what to bid, which offers pay, and what changed and why. Works offline.
CONTROL
dpkg-deb --root-owner-group -Zxz -z6 --build "$tree" "build/shopdesk_${version}_${architecture}.deb"
